// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>What a thread runs, see <see cref="NativeThread.Start{TBody}"/>.</summary>
public interface IThreadBody
{
    /// <summary>Runs in the thread; when it comes back the thread has ended.</summary>
    /// <param name="argument">What <see cref="NativeThread.Start{TBody}"/> was given.</param>
    static abstract void Run(ulong argument);
}
