using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Moderation.Web.Import;

/// <summary>One line of a file: its number from 1, and its text, or why it has none.</summary>
internal readonly record struct Line(long Number, string? Text, LineFault Fault);

internal enum LineFault
{
    None,
    TooLong,
    NotUtf8,
}

/// <summary>Reads lines from a stream without ever holding more than one of them.</summary>
internal static class LineReader
{
    /// <summary>In bytes.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async IAsyncEnumerable<Line> Lines(
        Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var reader = PipeReader.Create(stream, new(leaveOpen: true));
        var (number, isSkipping) = (0L, false);
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                number++;
                yield return isSkipping ? new(number, null, LineFault.TooLong) : Decode(number, buffer.Slice(0, end));
                isSkipping = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (buffer.Length > 0 || isSkipping)
                    yield return isSkipping ? new(number + 1, null, LineFault.TooLong) : Decode(number + 1, buffer);
                await reader.CompleteAsync();
                yield break;
            }

            // The rest of a line that is too long is let go as it comes.
            isSkipping |= buffer.Length > MaxLength;
            reader.AdvanceTo(isSkipping ? buffer.End : buffer.Start, buffer.End);
        }
    }

    private static Line Decode(long number, ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > MaxLength)
            return new(number, null, LineFault.TooLong);

        try
        {
            var text = Strict.GetString(bytes).TrimEnd('\r');
            return new(number, number == 1 ? text.TrimStart('\uFEFF') : text, LineFault.None);
        }
        catch (DecoderFallbackException)
        {
            return new(number, null, LineFault.NotUtf8);
        }
    }
}
