/** Registers an element once; a module loaded twice (dev server) must not throw. */
export function defineElement(name: `yc-${string}`, element: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
