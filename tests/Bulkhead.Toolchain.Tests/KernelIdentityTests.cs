// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests;

/// <summary>
/// What is tested is what ships: test runner and native compiler get the same bytes.
/// </summary>
public class KernelIdentityTests
{
    [Fact]
    public void KernelUnderTestIsTheKernelThatIsCompiled()
    {
        NativeBuildResult built = KernelBuild.Run(Repository.Context);
        string[] names = ["Bulkhead.Kernel.dll", "Bulkhead.Abi.dll", "Bulkhead.Pools.dll"];
        foreach (string name in names)
        {
            string shipped = built.Output.Assemblies.Single(path => Path.GetFileName(path) == name);
            string tested = Path.Combine(AppContext.BaseDirectory, name);
            Assert.Equal(ContentHash.OfFile(shipped), ContentHash.OfFile(tested));
        }
    }

    [Fact]
    public void KernelPassesItsGates() => KernelBuild.Run(Repository.Context).RequirePassed();
}
