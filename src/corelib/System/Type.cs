// SPDX-License-Identifier: MIT
namespace System;

/// <summary>
/// Known to the C# compiler (attributes with type arguments); there is no reflection.
/// </summary>
public abstract class Type;
