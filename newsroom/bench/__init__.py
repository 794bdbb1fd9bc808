"""A newsroom with very many articles, to measure on: `manage.py bench_fill`.

The acts write one of each kind, as in the demonstration; the rest are copies of these rows with other words, times and
ids, and with every hash that rests on them made anew. So what is written stays what the acts write, and passes an audit.
"""
