// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Emit;

/// <summary>A place in the body of a system image.</summary>
/// <param name="Offset">Offset in the image, a page boundary.</param>
/// <param name="Size">Bytes that were given.</param>
/// <param name="Hash">Hash of these bytes.</param>
public readonly record struct BodyBlock(ulong Offset, ulong Size, ulong Hash);
