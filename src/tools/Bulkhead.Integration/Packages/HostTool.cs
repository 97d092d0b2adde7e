// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Packages;

/// <summary>A program of the host that the tool needs.</summary>
/// <param name="Program">Name on the search path.</param>
/// <param name="Package">Debian package that brings it.</param>
/// <param name="Purpose">What it is for, a few words.</param>
/// <param name="IsOptional">True when only some commands need it.</param>
public sealed record HostTool(string Program, string Package, string Purpose, bool IsOptional)
{
    /// <summary>Every program that the tool uses.</summary>
    public static IReadOnlyList<HostTool> All { get; } =
    [
        new("qemu-system-aarch64", "qemu-system-arm", "runs the systems", false),
        new("aarch64-linux-gnu-as", "binutils-aarch64-linux-gnu", "assembles", false),
        new("aarch64-linux-gnu-ld", "binutils-aarch64-linux-gnu", "links", false),
        new("aarch64-linux-gnu-objdump", "binutils-aarch64-linux-gnu", "checks the kernel", false),
        new("apt-get", "apt", "fetches guests", false),
        new("dpkg-deb", "dpkg", "unpacks guests", false),
        new("gdb-multiarch", "gdb-multiarch", "debugs (./bulkhead debug)", true),
        new("dtc", "device-tree-compiler", "compiles .dts overlays", true),
        new("z3", "z3", "proves lemmas (./bulkhead prove)", true),
    ];
}
