// SPDX-License-Identifier: MIT
// One stub per hypercall. The kernel takes x0 to x9, gives results in x0 to x9, zeroes x10 to x17
// and keeps x18 to x30, so a stub needs no frame. C# receives x0 and x1 as one 16-byte struct.

// Each has a section of its own, so that a program holds those that it uses.

        .macro  stub name
        .section .text.hypercall.\name, "ax"
        .global bulkhead_\name
bulkhead_\name:
        .endm

        .macro  plain name, number
        stub    \name
        svc     #\number
        ret
        .endm

        plain   semaphore_up, 3
        plain   semaphore_down, 4
        plain   yield, 5
        plain   system_info, 6
        plain   create_domain, 8
        plain   create_thread, 9
        plain   create_vcpu, 10
        plain   create_scheduling_context, 11
        plain   create_portal, 12
        plain   create_semaphore, 13
        plain   create_segment, 14
        plain   delegate, 16
        plain   revoke, 17
        plain   discard, 18
        plain   map, 20
        plain   unmap, 21
        plain   bind_interrupt, 24
        plain   bind_interrupt_to_vcpu, 25
        plain   acknowledge_interrupt, 26
        plain   virtual_interrupt, 28
        plain   recall, 29
        plain   stop, 30
        plain   consumed_time, 31
        plain   add_window, 32
        plain   switch_schedule, 33
        plain   shutdown, 37

// The second result of consumed_time in the place of the first.
        stub    overrun_count
        svc     #31
        mov     x1, x2
        ret

// x0 = selector, x1 = Message (badge, descriptor, words). x18 is kept by the kernel and is free
// between calls: it carries the record's address.
        .macro  load_message
        mov     x18, x1
        ldr     x1, [x18, #8]
        ldp     x2, x3, [x18, #16]
        ldp     x4, x5, [x18, #32]
        ldp     x6, x7, [x18, #48]
        ldp     x8, x9, [x18, #64]
        .endm

// The same with a deadline in x2, which goes where the last word is.
        stub    call_until
        mov     x10, x2
        load_message
        mov     x9, x10
        svc     #7
        b       2f

// The reply replaces the message; a refused call leaves it as it was.
        .global bulkhead_call
bulkhead_call:
        load_message
        svc     #1
2:      cbnz    x0, 1f
        str     x1, [x18, #8]
        stp     x2, x3, [x18, #16]
        stp     x4, x5, [x18, #32]
        stp     x6, x7, [x18, #48]
        stp     x8, x9, [x18, #64]
1:      ret

// x0 = portal, x1 = descriptor, x2 = word 0; gives x0 = result, x1 = the reply's word 0. The other
// words are cleared: they would show the server what the caller has in its registers.
        stub    call_word
        mov     x3, xzr
        mov     x4, xzr
        mov     x5, xzr
        mov     x6, xzr
        mov     x7, xzr
        mov     x8, xzr
        mov     x9, xzr
        svc     #1
        mov     x1, x2
        ret

        stub    console_write
        load_message
        svc     #36
        ret
