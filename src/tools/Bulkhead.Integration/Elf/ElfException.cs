// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Elf;

/// <summary>An ELF file that cannot be used.</summary>
/// <param name="message">What is wrong, one sentence without a full stop.</param>
public sealed class ElfException(string message) : Exception(message);
