// SPDX-License-Identifier: MIT
namespace System.Runtime.Serialization;

/// <summary>Named by the framework's collections; nothing is serialized.</summary>
public readonly struct StreamingContext;
