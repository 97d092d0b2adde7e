// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests;

/// <summary>Virtual machines for tests.</summary>
public static class Machines
{
    public static VirtualMachineModel Make(
        KernelFormat format = KernelFormat.Auto, ulong memorySize = 64 << 20) => new(
        "guest", new SourceMark("x.yaml", 3, 3), new ScheduleModel(50, 0, 0),
        new FileSource("kernel", new SourceMark("x.yaml", 4, 9), "/nowhere"), format,
        new MemoryRange(0x4000_0000, memorySize));
}
