// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Samples.Modes;

/// <summary>
/// What a partition remembers of its own starts. It tells each start what it finds, and whether
/// that fits how it was started. Between starts it works without a pause and notes when.
/// </summary>
public struct Starts
{
    // As many as its quota has room for: a semaphore that an earlier start left behind would be one
    // too many.
    private const uint SemaphoreCount = 20;

    private ulong _count;
    private ulong _lastTicks;

    /// <summary>Runs a start.</summary>
    public void Run()
    {
        bool isWarm = Partition.StartMode == StartMode.WarmStart;
        bool isFirst = Partition.StartCount == 1;
        _count++;
        bool isRight = _count == (isWarm ? Partition.StartCount : 1)
            && isFirst == (Partition.StartCondition == StartCondition.NormalStart)
            && HasMemory(isWarm) && HasObjects() && (!isWarm || HasStopped());
        Log.Write(isWarm ? "warm"u8 : "cold"u8);
        Log.Write(" start "u8);
        Log.WriteDecimal(Partition.StartCount);
        Log.Write(", memory knows "u8);
        Log.WriteDecimal(_count);
        Log.Write(isRight ? ", right"u8 : ", wrong"u8);
        Log.EndLine();
        while (true) _lastTicks = Clock.Now;
    }

    // The memory behind the program is kept or cleared like its statics.
    private readonly bool HasMemory(bool isWarm)
    {
        MemoryWindow memory = Partition.Window(Partition.FindWindow(WindowKind.Memory));
        ulong expected = isWarm ? _count - 1 : 0;
        bool isRight = true;
        for (ulong offset = 0; offset + 8 <= memory.Bytes; offset += 4096)
        {
            ref ulong word = ref Records.First<ulong>(memory.Write(offset, 8));
            isRight &= word == expected;
            word = _count;
        }
        return isRight;
    }

    private static bool HasObjects()
    {
        for (uint number = 0; number < SemaphoreCount; number++)
        {
            bool isMade = Kernel.CreateSemaphore(Selectors.Free + number, 1).IsSuccess;
            if (!isMade) return false;
        }
        return true;
    }

    // None of its code has run since the schedule began that restarts it.
    private readonly bool HasStopped()
    {
        ResultCode code = ModuleSchedule.Read(out ModuleScheduleStatus status);
        return code.IsSuccess && _lastTicks < status.LastSwitchTicks
            && Clock.Now > status.LastSwitchTicks;
    }
}
