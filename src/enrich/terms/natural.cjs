// What is used of the package `natural`, by subpath: its index loads clients of databases. The build bundles this file with
// natural's licence, so that an installed package needs no `natural`.
exports.patternEnglish = require('natural/lib/natural/sentiment/English/pattern-sentiment-en.json');
exports.patternFrench = require('natural/lib/natural/sentiment/French/pattern-sentiment-fr.json');
