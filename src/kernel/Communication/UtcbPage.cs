// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>A thread's message page. The kernel owns it and maps it into the thread's
/// domain.</summary>
[InlineArray((int)MessageDescriptor.WordsMax)]
public struct UtcbPage { private ulong _element; }
