// What two readers of feeds from the npm registry get out of documents: JSON in, JSON out.
// In: [{"format": "rss" | "atom" | "json", "content": "..."}]. Out: for each, what rss-parser (null for JSON) and feedsmith read,
// and of JSON what the schema of JSON Feed 1.1 finds wrong.
import { createRequire } from "node:module";

import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parseFeed } from "feedsmith";
import Parser from "rss-parser";

const schema = createRequire(import.meta.url)("jsonfeed-schema/schema-v1.1.json");
const validate = addFormats(new Ajv({ allErrors: true })).compile(schema);

function faults(content) {
  return validate(JSON.parse(content)) ? [] : validate.errors.map((one) => `${one.instancePath} ${one.message}`);
}

const parser = new Parser({
  customFields: {
    item: [
      ["dc:creator", "creators", { keepArray: true }],
      ["author", "atomAuthors", { keepArray: true }],
      ["dc:rights", "rights"],
      ["rights", "atomRights"],
      ["category", "atomCategories", { keepArray: true }],
    ],
  },
});

// Null for what it takes for no feed at all.
function attempt(content) {
  try {
    return parseFeed(content);
  } catch {
    return null;
  }
}

async function read({ format, content }) {
  return {
    rssParser: format === "json" ? null : (await parser.parseString(content)).items,
    feedsmith: attempt(content),
    faults: format === "json" ? faults(content) : [],
  };
}

let given = "";
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) given += chunk;
process.stdout.write(JSON.stringify(await Promise.all(JSON.parse(given).map(read))));
