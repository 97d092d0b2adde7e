// SPDX-License-Identifier: MIT
namespace System;

/// <summary>An order of values.</summary>
public delegate int Comparison<in T>(T x, T y) where T : allows ref struct;
