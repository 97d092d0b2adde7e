// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel;

/// <summary>What is fixed once the system runs; a page, so that the page pools behind it are
/// aligned.</summary>
[StructLayout(LayoutKind.Sequential, Size = 4096)]
public struct SystemConstants
{
    /// <summary>Counter when the kernel began.</summary>
    public ulong BootTicks;

    /// <summary>Counter when the first virtual CPU entered its guest.</summary>
    public ulong FirstGuestEntryTicks;

    /// <summary>The partition manager's domain.</summary>
    public Link<ProtectionDomain> RootDomain;

    /// <summary>The partition manager's main thread.</summary>
    public Link<ExecutionContext> RootThread;
}
