// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Base of all enumerations.</summary>
public abstract class Enum : ValueType;
