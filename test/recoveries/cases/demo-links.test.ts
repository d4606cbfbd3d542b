import { testDemoLinks } from '../../cases/demo-links.js';

// The other demo is in test/long.
testDemoLinks('retail-demo');
