// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Runtime.Loader;

namespace Bulkhead.Samples.Tests;

/// <summary>What the SDK offers on the host is what it offers on the target: a partition that is
/// compiled against one runs with the other.</summary>
public sealed class SdkSurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("Bulkhead.Native.dll")]
    [InlineData("Bulkhead.Managed.dll")]
    public void Host_OffersWhatTheTargetOffers(string library)
    {
        string own = AppContext.BaseDirectory;
        string target = Path.Combine(own, "../../Greeting/release");
        Assert.NotEqual(Bytes(own, library), Bytes(target, library));
        Assert.Equal(Members(target, library), Members(own, library));
    }

    private static byte[] Bytes(string folder, string library) =>
        File.ReadAllBytes(Path.Combine(folder, library));

    private static string[] Members(string folder, string library)
    {
        AssemblyLoadContext context = new(library, isCollectible: true);
        context.Resolving += (_, name) => Load(context, folder, name.Name + ".dll");
        string[] members = [.. Load(context, folder, library)!.GetExportedTypes()
            .SelectMany(type => type.GetMembers(Declared).Select(member => $"{type}: {member}"))
            .Order(StringComparer.Ordinal)];
        Assert.NotEmpty(members);
        context.Unload();
        return members;
    }

    private static Assembly? Load(AssemblyLoadContext context, string folder, string library)
    {
        string path = Path.GetFullPath(Path.Combine(folder, library));
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
