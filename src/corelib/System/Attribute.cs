// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Base of attributes; only compilers read them.</summary>
public abstract class Attribute;
