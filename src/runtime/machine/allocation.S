// SPDX-License-Identifier: MIT
// New objects out of the thread's own piece of memory, which is clear. No other thread uses it, so
// nothing here needs to be atomic; an interrupt in between changes nothing.

        .include "runtime.inc"

        .equ ALLOCATION_BYTES, 0x1000       // of stack, for what finds memory

        .section .text.allocation, "ax"

        .macro  function name
        .global \name
        .type \name, %function
\name:
        .endm

// x0 = table; gives the object.
function RhpNewFast
        mrs     x9, tpidr_el0
        ldr     w10, [x0, #TABLE_BASE_SIZE]
        ldp     x11, x12, [x9, #THREAD_POINTER]
        add     x10, x11, x10
        cmp     x10, x12
        b.hi    new_slowly
        str     x10, [x9, #THREAD_POINTER]
        str     x0, [x11]
        mov     x0, x11
        ret
        .size RhpNewFast, . - RhpNewFast

// The heap is not left halfway because the stack ends: if it does, that shows before.
new_slowly:
        sub     x9, sp, #ALLOCATION_BYTES
        ldr     xzr, [x9]
        b       bulkhead_new_slowly

new_array_slowly:
        sub     x9, sp, #ALLOCATION_BYTES
        ldr     xzr, [x9]
        b       bulkhead_new_array_slowly

// There are no finalizers: an object with one is an object.
function RhpNewFinalizable
        b       RhpNewFast
        .size RhpNewFinalizable, . - RhpNewFinalizable

function RhNewObject
        b       RhpNewFast
        .size RhNewObject, . - RhNewObject

// x0 = table, x1 = length; gives the array.
function RhpNewArrayFast
        cmp     x1, #0x10000                // long ones, and lengths below zero
        b.hs    new_array_slowly
        mrs     x9, tpidr_el0
        ldrh    w10, [x0, #TABLE_FLAGS]
        ldr     w13, [x0, #TABLE_BASE_SIZE]
        ldp     x11, x12, [x9, #THREAD_POINTER]
        madd    x10, x10, x1, x13
        add     x10, x10, #7
        and     x10, x10, #~7
        add     x10, x11, x10
        cmp     x10, x12
        b.hi    new_array_slowly
        str     x10, [x9, #THREAD_POINTER]
        str     x0, [x11]
        str     w1, [x11, #8]
        mov     x0, x11
        ret
        .size RhpNewArrayFast, . - RhpNewArrayFast

function RhpNewPtrArrayFast
        b       RhpNewArrayFast
        .size RhpNewPtrArrayFast, . - RhpNewPtrArrayFast

function RhNewArray
        b       RhpNewArrayFast
        .size RhNewArray, . - RhNewArray

function RhNewString
        b       RhpNewArrayFast
        .size RhNewString, . - RhNewString

function bulkhead_thread_record
        mrs     x0, tpidr_el0
        ret
        .size bulkhead_thread_record, . - bulkhead_thread_record
