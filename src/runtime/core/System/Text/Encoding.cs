// SPDX-License-Identifier: MIT
namespace System.Text;

/// <summary>Texts as bytes: UTF-8 and ASCII.</summary>
public abstract class Encoding
{
    private static readonly Encoding s_utf8 = new UTF8Encoding();
    private static readonly Encoding s_ascii = new ASCIIEncoding();

    public static Encoding UTF8 => s_utf8;

    public static Encoding ASCII => s_ascii;

    public static Encoding Default => s_utf8;

    public abstract int GetByteCount(ReadOnlySpan<char> chars);

    public abstract int GetBytes(ReadOnlySpan<char> chars, Span<byte> bytes);

    public abstract int GetCharCount(ReadOnlySpan<byte> bytes);

    public abstract int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars);

    public virtual int GetByteCount(string s) => GetByteCount(s.AsSpan());

    public virtual byte[] GetBytes(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        byte[] bytes = new byte[GetByteCount(s)];
        GetBytes(s.AsSpan(), bytes);
        return bytes;
    }

    public virtual byte[] GetBytes(char[] chars) => GetBytes(new string(chars));

    public virtual string GetString(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return GetString(new ReadOnlySpan<byte>(bytes));
    }

    public virtual string GetString(byte[] bytes, int index, int count) =>
        GetString(new ReadOnlySpan<byte>(bytes, index, count));

    public string GetString(ReadOnlySpan<byte> bytes)
    {
        string text = string.NewUninitialized(GetCharCount(bytes));
        if (text.Length != 0)
            GetChars(bytes, text.Room(0));
        return text;
    }

    protected static void ThrowShort() => throw new ArgumentException(
        "The output byte buffer is too small to contain the encoded data.", "bytes");
}
