/* The pages {location, title, text, former} of an index, all but the first HTML, from the text they are packed in;
   `search/packing.py` tells how. */
function unpack(packed) {
  const texts = [];
  const plain = new Map();

  function plainOf(word) {
    if (!plain.has(word)) plain.set(word, takeApart(word).plain);
    return plain.get(word);
  }

  return packed.split('\n').filter(Boolean).map(function (line) {
    const columns = line.split('\t');
    const title = columns[1];
    let text = columns[2] || '';
    if (/^\d+$/.test(text)) text = texts[texts.length - 1 - text];
    else texts.push(text);
    return {
      location: columns[0].replace(/\*(\d)/, function (star, first) {
        return title.split(' ').slice(first).map(plainOf).join('-');
      }),
      title: title,
      text: text,
      former: columns[3] || ''
    };
  });
}
