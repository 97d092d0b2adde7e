// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Looked up by the native compiler as soon as types are compared.</summary>
internal sealed class RuntimeType : Type;
