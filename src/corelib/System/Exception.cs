// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Known to the compilers; tier 0 does not throw: every failed check is a panic.</summary>
public class Exception;
