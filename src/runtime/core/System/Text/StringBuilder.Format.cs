// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System.Text;

public sealed partial class StringBuilder
{
    public StringBuilder AppendFormat(string format, object? arg0) =>
        AppendFormat(null, format, [arg0]);

    public StringBuilder AppendFormat(string format, object? arg0, object? arg1) =>
        AppendFormat(null, format, [arg0, arg1]);

    public StringBuilder AppendFormat(string format, params object?[] args) =>
        AppendFormat(null, format, new ReadOnlySpan<object?>(args));

    public StringBuilder AppendFormat(
        IFormatProvider? provider, string format, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(format);
        for (int at = 0; at < format.Length; at++)
        {
            char c = format[at];
            bool isTwice = at + 1 < format.Length && format[at + 1] == c;
            if (c is '{' or '}' && isTwice)
                Append(format[at++]);
            else if (c == '{')
                at = AppendHole(format, at + 1, args);
            else if (c == '}')
                throw BadFormat();
            else
                Append(c);
        }
        return this;
    }

    private static FormatException BadFormat() => new(
        "Input string was not in a correct format. Failure to parse near offset in the format.");

    // {number[,alignment][:format]}; gives the place of the closing brace.
    private int AppendHole(string format, int at, ReadOnlySpan<object?> args)
    {
        int number = Number(format, ref at);
        SkipBlanks(format, ref at);
        int alignment = 0;
        if (at < format.Length && format[at] == ',')
        {
            at++;
            SkipBlanks(format, ref at);
            bool isLeft = at < format.Length && format[at] == '-';
            if (isLeft)
                at++;
            alignment = isLeft ? -Number(format, ref at) : Number(format, ref at);
            SkipBlanks(format, ref at);
        }
        string? itemFormat = null;
        if (at < format.Length && format[at] == ':')
        {
            int start = ++at;
            while (at < format.Length && format[at] is not ('{' or '}'))
                at++;
            itemFormat = format.Substring(start, at - start);
        }
        if (at >= format.Length || format[at] != '}')
            throw BadFormat();
        if ((uint)number >= (uint)args.Length)
        {
            throw new FormatException("Index (zero based) must be greater than or equal to zero "
                + "and less than the size of the argument list.");
        }
        AppendAligned(Item(args[number], itemFormat), alignment);
        return at;
    }

    private static int Number(string format, ref int at)
    {
        if (at >= format.Length || !char.IsAsciiDigit(format[at]))
            throw BadFormat();
        int number = 0;
        for (; at < format.Length && char.IsAsciiDigit(format[at]) && number < 1_000_000; at++)
            number = (number * 10) + format[at] - '0';
        return number;
    }

    private static void SkipBlanks(string format, ref int at)
    {
        while (at < format.Length && format[at] == ' ')
            at++;
    }

    private static string? Item(object? value, string? format) => value is IFormattable formattable
        ? formattable.ToString(format, null) : value?.ToString();

    private void AppendAligned(string? text, int alignment)
    {
        int padding = Math.Abs(alignment) - (text?.Length ?? 0);
        if (alignment > 0 && padding > 0)
            Append(' ', padding);
        Append(text);
        if (alignment < 0 && padding > 0)
            Append(' ', padding);
    }

    /// <summary>Appends the parts of an interpolated text.</summary>
    [InterpolatedStringHandler]
    public struct AppendInterpolatedStringHandler
    {
        private readonly StringBuilder _builder;

        public AppendInterpolatedStringHandler(
            int literalLength, int formattedCount, StringBuilder stringBuilder) =>
            _builder = stringBuilder;

        public AppendInterpolatedStringHandler(
            int literalLength, int formattedCount, StringBuilder stringBuilder,
            IFormatProvider? provider) => _builder = stringBuilder;

        public void AppendLiteral(string value) => _builder.Append(value);

        public void AppendFormatted<T>(T value) => AppendFormatted(value, 0, null);

        public void AppendFormatted<T>(T value, string? format) =>
            AppendFormatted(value, 0, format);

        public void AppendFormatted<T>(T value, int alignment) =>
            AppendFormatted(value, alignment, null);

        public void AppendFormatted<T>(T value, int alignment, string? format) =>
            _builder.AppendAligned(
                value is IFormattable ? ((IFormattable)value).ToString(format, null)
                    : value?.ToString(),
                alignment);

        public void AppendFormatted(ReadOnlySpan<char> value) => _builder.Append(value);

        public void AppendFormatted(string? value) => _builder.Append(value);

        public void AppendFormatted(string? value, int alignment = 0, string? format = null) =>
            _builder.AppendAligned(value, alignment);

        public void AppendFormatted(object? value, int alignment = 0, string? format = null) =>
            AppendFormatted<object?>(value, alignment, format);
    }
}
