<?php
// What SimplePie, by which WordPress reads feeds, gets out of documents: JSON in, JSON out.
// php simplepie.php FOLDER-OF-WORDPRESS; in: ["<rss ...", ...], out: for each its items, or the error.
error_reporting(E_ALL & ~E_DEPRECATED);
define('ABSPATH', rtrim($argv[1], '/') . '/');
define('WPINC', 'wp-includes');
require ABSPATH . WPINC . '/class-simplepie.php';

function names($authors) {
    return array_map(fn($one) => html_entity_decode($one->get_name() ?? '', ENT_QUOTES | ENT_HTML5), $authors ?? []);
}

function item($item) {
    return [
        'id' => $item->get_id(),
        'title' => html_entity_decode($item->get_title() ?? '', ENT_QUOTES | ENT_HTML5),
        'link' => html_entity_decode($item->get_permalink() ?? '', ENT_QUOTES | ENT_HTML5),
        'date' => $item->get_gmdate('Y-m-d\TH:i:s+00:00'),
        'authors' => names($item->get_authors()),
        'content' => $item->get_content(),
        'rights' => html_entity_decode($item->get_copyright() ?? '', ENT_QUOTES | ENT_HTML5),
        'categories' => array_map(fn($one) => html_entity_decode($one->get_label(), ENT_QUOTES | ENT_HTML5), $item->get_categories() ?? []),
        'pictures' => array_map(fn($one) => html_entity_decode($one->get_link() ?? ''), $item->get_enclosures() ?? []),
    ];
}

$read = [];
foreach (json_decode(stream_get_contents(STDIN)) as $content) {
    $feed = new SimplePie();
    $feed->enable_cache(false);
    $feed->set_raw_data($content);
    $feed->init();
    $read[] = ['error' => $feed->error(), 'items' => array_map('item', $feed->get_items())];
}
echo json_encode($read, JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
