// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Makes what an interpolated text is converted to.</summary>
public static class FormattableStringFactory
{
    public static FormattableString Create(string format, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(arguments);
        return new Parts(format, arguments);
    }

    private sealed class Parts(string format, object?[] arguments) : FormattableString
    {
        public override string Format => format;

        public override int ArgumentCount => arguments.Length;

        public override object?[] GetArguments() => arguments;

        public override object? GetArgument(int index) => arguments[index];

        public override string ToString(IFormatProvider? formatProvider) =>
            string.Format(formatProvider, format, arguments);
    }
}
