// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace Bulkhead.Cli.Scripting;

/// <summary>
/// Drives a console: steps in order, each expectation looking only at what came after the one
/// before. Knows nothing of processes: it works on streams.
/// </summary>
/// <param name="steps">The steps.</param>
public sealed class ConsoleScript(IReadOnlyList<ScriptStep> steps)
{
    private const int ReadSize = 16 << 10;

    /// <summary>
    /// Partition whose lines expectations look at; null for all, with their tags.
    /// </summary>
    public string? Partition { get; init; }

    /// <summary>
    /// Keys that are sent before the first text, so that it reaches the right partition. Not null
    /// also means: wait for the console server, as keys before it are lost.
    /// </summary>
    public byte[]? FocusKeys { get; init; }

    /// <summary>Gets everything that the console shows, as it comes.</summary>
    public Stream Log { get; init; } = Stream.Null;

    /// <summary>Runs the script.</summary>
    /// <param name="screen">What the machine prints.</param>
    /// <param name="keyboard">What the machine reads.</param>
    /// <param name="timeout">Time for all steps together.</param>
    /// <param name="cancellation">Ends the script early, as a timeout does.</param>
    /// <returns>How it ended. Without steps it ends, well, with the machine or the
    /// timeout.</returns>
    public async Task<ScriptResult> RunAsync(
        Stream screen, Stream keyboard, TimeSpan timeout, CancellationToken cancellation = default)
    {
        using CancellationTokenSource limit =
            CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        ConsoleView view = new(Partition);
        byte[] buffer = new byte[ReadSize];
        bool hasFocus = FocusKeys is null;
        int done = 0;
        string reason = "";
        try
        {
            while (true)
            {
                (done, hasFocus) = await AdvanceAsync(view, keyboard, done, hasFocus, limit.Token);
                if (steps.Count > 0 && done == steps.Count)
                {
                    return new ScriptResult(0, "", view.RecentLines);
                }

                int count = await screen.ReadAsync(buffer, limit.Token);
                if (count == 0)
                {
                    reason = "the machine ended";
                    break;
                }

                view.Feed(buffer.AsSpan(0, count));
                await Log.WriteAsync(buffer.AsMemory(0, count), CancellationToken.None);
                await Log.FlushAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            reason = cancellation.IsCancellationRequested ? "it was interrupted"
                : $"not met within {timeout.TotalSeconds:0.#} s";
        }
        catch (Exception e) when (e is IOException or RegexMatchTimeoutException)
        {
            reason = e is IOException ? "the machine ended" : "the pattern takes too long";
        }

        return steps.Count == 0 ? new ScriptResult(0, "", view.RecentLines)
            : new ScriptResult(done + 1, reason, view.RecentLines);
    }

    private async Task<(int Done, bool HasFocus)> AdvanceAsync(
        ConsoleView view, Stream keyboard, int done, bool hasFocus, CancellationToken limit)
    {
        for (; done < steps.Count; done++)
        {
            if (steps[done] is ExpectStep expect && !view.TryTake(expect.Pattern))
            {
                break;
            }

            if (steps[done] is not SendStep send)
            {
                continue;
            }

            if (!hasFocus && !view.HasTaggedLine)
            {
                break;
            }

            byte[] bytes = hasFocus ? send.Bytes : [.. FocusKeys!, .. send.Bytes];
            hasFocus = true;
            await keyboard.WriteAsync(bytes, limit);
            await keyboard.FlushAsync(limit);
        }

        return (done, hasFocus);
    }
}
