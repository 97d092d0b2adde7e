// SPDX-License-Identifier: MIT
// Room on the stack is written before it is read; clearing it first costs instructions and code.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
