// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A question about a value.</summary>
public delegate bool Predicate<in T>(T obj) where T : allows ref struct;
