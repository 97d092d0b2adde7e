// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Partitions.Console;

/// <summary>The numbers of a control sequence (ECMA-48, CSI) while it comes in.</summary>
public struct ControlSequence
{
    private const int ParametersMax = 16;
    private const uint ParameterValueMax = 9999;

    private ParameterTable _parameters;
    private int _index;
    private bool _isForeign;

    [InlineArray(ParametersMax)]
    private struct ParameterTable
    {
        private uint _element;
    }

    /// <summary>Number of parameters, at least one: an empty one is 0.</summary>
    public readonly int Count => _index + 1;

    /// <summary>Whether it has only plain numbers; anything private or with intermediates is
    /// dropped.
    /// </summary>
    public readonly bool IsPlain => !_isForeign;

    /// <summary>A parameter.</summary>
    /// <param name="index">Its index.</param>
    /// <returns>Its value, 0 when there is none.</returns>
    public readonly uint Parameter(int index) => index <= _index ? _parameters[index] : 0;

    /// <summary>The first parameter as a count: 0 means 1.</summary>
    public readonly uint Repeat => _parameters[0] == 0 ? 1 : _parameters[0];

    /// <summary>Starts anew.</summary>
    public void Reset()
    {
        // The others are cleared when they begin.
        _parameters[0] = 0;
        _index = 0;
        _isForeign = false;
    }

    /// <summary>Takes a parameter or intermediate byte, 0x20 to 0x3f.</summary>
    /// <param name="value">The byte.</param>
    public void Feed(byte value)
    {
        if (value is >= (byte)'0' and <= (byte)'9') AddDigit(value - (uint)'0');
        else if (value == (byte)';' && _index + 1 < ParametersMax) _parameters[++_index] = 0;
        else _isForeign = true;
    }

    private void AddDigit(uint digit)
    {
        uint value = (_parameters[_index] * 10) + digit;
        _parameters[_index] = value > ParameterValueMax ? ParameterValueMax : value;
    }
}
