// SPDX-License-Identifier: MIT
// Where the page with made-up instructions is executed (Code.cs). In a file of its own, so that
// branches to it are the linker's.

        .global CODE
        .equ CODE, 0x3000000
