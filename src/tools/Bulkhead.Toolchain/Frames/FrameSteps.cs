// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Frames;

/// <summary>The steps that a function's prologue takes, in the instructions of DWARF 4, 6.4.2.
/// </summary>
/// <param name="start">The function's first instruction.</param>
/// <param name="codeUnit">Unit of distances in the code.</param>
/// <param name="dataUnit">Unit of distances on the stack.</param>
internal sealed class FrameSteps(ulong start, int codeUnit, int dataUnit)
{
    private readonly Dictionary<int, int> _saves = [];
    private readonly ulong _start = start;
    private ulong _place = start;
    private int _register = FrameRow.StackPointer;
    private int _offset;

    /// <summary>The state behind the last step.</summary>
    internal FrameRow Row(ulong end, ulong handlers) =>
        new(_start, end, _place, _register, _offset, _saves, handlers);

    /// <summary>Takes steps up to the end of a description.</summary>
    /// <exception cref="ToolchainException">A step is unknown.</exception>
    internal void Run(ByteCursor cursor, int end)
    {
        while (cursor.At < end)
        {
            byte code = cursor.Byte();
            int low = code & 0x3F;
            switch (code >> 6)
            {
                case 1:
                    Advance(low);
                    break;
                case 2:
                    _saves[low] = cursor.Unsigned() * dataUnit;
                    break;
                default:
                    RunExtended(code, cursor);
                    break;
            }
        }
    }

    private void RunExtended(byte code, ByteCursor cursor)
    {
        switch (code)
        {
            case 0x00:
                break;
            case 0x02:
                Advance(cursor.Byte());
                break;
            case 0x03:
                Advance(cursor.Half());
                break;
            case 0x05:
                int saved = cursor.Unsigned();
                _saves[saved] = cursor.Unsigned() * dataUnit;
                break;
            case 0x0C:
                _register = cursor.Unsigned();
                _offset = cursor.Unsigned();
                break;
            case 0x0D:
                _register = cursor.Unsigned();
                break;
            case 0x0E:
                _offset = cursor.Unsigned();
                break;
            default:
                throw new ToolchainException(
                    $"The frame of the function at 0x{_start:x} takes the unknown step {code}.");
        }
    }

    private void Advance(int units) => _place += (ulong)(units * codeUnit);
}
