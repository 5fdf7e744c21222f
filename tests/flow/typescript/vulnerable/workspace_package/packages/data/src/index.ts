export { productsOf } from "./products";
