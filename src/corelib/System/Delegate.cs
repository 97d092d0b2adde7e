// SPDX-License-Identifier: MIT
namespace System;

/// <summary>
/// Known to the compilers; tier 0 has no delegates (managed function pointers work).
/// </summary>
public abstract class Delegate;

/// <summary>
/// Known to the compilers; tier 0 has no delegates (managed function pointers work).
/// </summary>
public abstract class MulticastDelegate : Delegate;
