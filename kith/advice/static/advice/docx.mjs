// A letter as a Word file, made in the browser: the smallest file that Word, LibreOffice and Pages open.
// It says nothing of who made it, where or when.
import { strToU8, zipSync } from "../fflate/browser.js";

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
export const KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// What XML cannot hold is left out; what it would take for marks is written as words.
function words(text) {
  // eslint-disable-next-line no-control-regex
  const held = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").toWellFormed?.() ?? text;
  return held.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function run(line) {
  return `<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="24"/></w:rPr>${line}</w:r>`;
}

function paragraph(text) {
  const lines = text.split(/\r?\n/).map((line) => `<w:t xml:space="preserve">${words(line)}</w:t>`);
  return `<w:p><w:pPr><w:spacing w:after="200"/></w:pPr>${run(lines.join("<w:br/>"))}</w:p>`;
}

// The bytes of a file with these paragraphs; a new line within one stays a new line.
export function docx(paragraphs) {
  const body = paragraphs.map(paragraph).join("");
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>';
  const main = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${MAIN}"><w:body>${body}${page}</w:body></w:document>`;
  const files = { "[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": main };
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  // Every file of this kind bears the same day: 1 January 1980, the first that it can.
  return zipSync(bytes, { mtime: new Date(1980, 0, 1) });
}
