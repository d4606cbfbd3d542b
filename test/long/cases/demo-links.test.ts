import { testDemoLinks } from '../../cases/demo-links.js';

testDemoLinks('agri-food-demo');
