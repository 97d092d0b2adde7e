// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Named by every delegate type's BeginInvoke, which is not there.</summary>
public delegate void AsyncCallback(IAsyncResult ar);
