/** How something small that floats looks: a menu, a popover. */
export const overlayClass =
  'overlay-enter z-50 max-h-(--radix-popper-available-height) max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-line bg-raised text-text shadow-float'
