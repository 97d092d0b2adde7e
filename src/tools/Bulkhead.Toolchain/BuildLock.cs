// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>Lets one process at a time write into the artifacts folder.</summary>
public sealed class BuildLock : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private static readonly Lock _process = new();
    private readonly FileStream _stream;

    private BuildLock(FileStream stream) => _stream = stream;

    /// <summary>Waits until no other build runs, then holds the folder.</summary>
    /// <param name="context">Names the folder.</param>
    public static BuildLock Take(ToolchainContext context)
    {
        Directory.CreateDirectory(context.NativeDirectory);
        string path = Path.Combine(context.NativeDirectory, ".lock");
        _process.Enter();
        while (true)
        {
            try
            {
                return new BuildLock(
                    new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None));
            }
            catch (IOException)
            {
                Thread.Sleep(_pause);
            }
        }
    }

    /// <summary>Lets others build.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        _process.Exit();
    }
}
