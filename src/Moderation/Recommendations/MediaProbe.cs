using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Moderation.Guidelines;

namespace Moderation.Recommendations;

/// <summary>Looks into a video file with ffprobe and ffmpeg, where they are installed. What they cannot tell stays unknown.</summary>
internal sealed partial class MediaProbe(ProbeSettings settings)
{
    // Playlists and the like could name other files; these formats cannot.
    private const string Formats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,flv,ogg";

    private const int MaxOutput = 32 * 1024 * 1024;
    private const int LookWidth = 320;
    private const int MostFrames = 60;
    private const double LookSeconds = 60;
    private const double MutedShare = 0.97;

    /// <param name="Facts">What was measured.</param>
    /// <param name="Unknown">What could not be told.</param>
    internal sealed record Look(IReadOnlyList<(ContentFact Fact, double Measure)> Facts, IReadOnlyList<ContentFact> Unknown);

    private sealed record Shape(int Width, int Height, double Seconds, bool HasAudio);

    /// <summary>Whether both tools are there.</summary>
    public bool IsThere => settings.Folder is not null && settings.Find("ffprobe") is not null && settings.Find("ffmpeg") is not null;

    /// <param name="file">Its real path, under the folder.</param>
    /// <returns>Null where it is no video that can be read within the limits.</returns>
    public async Task<Look?> At(string file, CancellationToken ct)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        if (await ShapeOf(file, ct) is not { } shape)
            return null;

        var facts = new List<(ContentFact, double)> { (ContentFact.ShortSidePixels, Math.Min(shape.Width, shape.Height)), (ContentFact.Seconds, shape.Seconds) };
        if (await Muted(file, shape, Left(), ct) is { } muted)
            facts.Add((ContentFact.Muted, muted ? 1 : 0));
        if (await Frames(file, shape, Left(), ct) is { } seen)
        {
            if (seen.BorderShare is { } borders)
                facts.Add((ContentFact.BorderShare, borders));
            if (seen.HasDrawing is { } drawing)
                facts.Add((ContentFact.Watermark, drawing ? 1 : 0));
        }

        ContentFact[] asked = [ContentFact.ShortSidePixels, ContentFact.Seconds, ContentFact.Muted, ContentFact.BorderShare, ContentFact.Watermark];
        return new(facts, [.. asked.Except(facts.Select(x => x.Item1))]);

        TimeSpan Left() => TimeSpan.FromSeconds(Math.Max(0.1, settings.Seconds - clock.Elapsed.TotalSeconds));
    }

    private async Task<Shape?> ShapeOf(string file, CancellationToken ct)
    {
        var ran = await ChildProcess.Run(
            settings.Find("ffprobe")!, ["-v", "error", .. Opening(file), "-show_entries", "format=duration:stream=codec_type,width,height", "-of", "json"],
            TimeSpan.FromSeconds(settings.Seconds), settings.MaxBytes, MaxOutput, ct);
        if (ran is not { Code: 0 })
            return null;

        try
        {
            using var told = JsonDocument.Parse(ran.Output);
            return ShapeIn(told.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Shape? ShapeIn(JsonElement told)
    {
        var streams = told.TryGetProperty("streams", out var found) ? found.EnumerateArray().ToArray() : [];
        var picture = Array.Find(streams, x => Is(x, "video") && Side(x, "width") > 0 && Side(x, "height") > 0);
        return picture.ValueKind is JsonValueKind.Object && told.TryGetProperty("format", out var format) && format.TryGetProperty("duration", out var length)
            && double.TryParse(length.GetString(), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 10_000_000
            ? new(Side(picture, "width"), Side(picture, "height"), seconds, Array.Exists(streams, x => Is(x, "audio")))
            : null;

        static int Side(JsonElement stream, string name) => stream.TryGetProperty(name, out var told) && told.ValueKind is JsonValueKind.Number && told.TryGetInt32(out var pixels) ? pixels : 0;

        static bool Is(JsonElement stream, string type) => stream.TryGetProperty("codec_type", out var told) && told.GetString() == type;
    }

    // No track, or one in which nothing is to be heard.
    private async Task<bool?> Muted(string file, Shape shape, TimeSpan time, CancellationToken ct)
    {
        if (!shape.HasAudio)
            return true;

        var ran = await Ffmpeg([.. Opening(file), "-map", "0:a:0", "-af", "silencedetect=noise=-50dB:d=0.5", "-f", "null", "-"], "info", time, ct);
        if (ran is not { Code: 0 })
            return null;

        var silent = Silence().Matches(ran.Words).Sum(x => double.Parse(x.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        return silent >= MutedShare * Math.Min(shape.Seconds, LookSeconds);
    }

    // cropdetect sees black borders alone, and no marks: the frames themselves are looked at, small and grey.
    private async Task<FrameLook?> Frames(string file, Shape shape, TimeSpan time, CancellationToken ct)
    {
        var height = Math.Clamp((int)Math.Round((double)LookWidth * shape.Height / shape.Width / 2) * 2, 16, 1024);
        var ran = await Ffmpeg(
        [
            .. Opening(file), "-map", "0:v:0", "-an", "-vf", $"fps=3,scale={LookWidth}:{height}:flags=area,format=gray",
            "-frames:v", MostFrames.ToString(CultureInfo.InvariantCulture), "-f", "rawvideo", "pipe:1",
        ], "error", time, ct);
        return ran is { Code: 0 } && ran.Output.Length % (LookWidth * height) == 0
            ? new(LookWidth, height, [.. ran.Output.Chunk(LookWidth * height)])
            : null;
    }

    private Task<ChildProcess.Ran?> Ffmpeg(string[] arguments, string level, TimeSpan time, CancellationToken ct) => ChildProcess.Run(
        settings.Find("ffmpeg")!,
        ["-hide_banner", "-nostdin", "-nostats", "-v", level, "-threads", "1", "-max_alloc", settings.MaxBytes.ToString(CultureInfo.InvariantCulture),
            "-t", LookSeconds.ToString(CultureInfo.InvariantCulture), .. arguments],
        time, settings.MaxBytes, MaxOutput, ct);

    // Its name is no option and no address: only what lies in the file itself is opened.
    private static string[] Opening(string file) => ["-protocol_whitelist", "file", "-format_whitelist", Formats, "-i", $"file:{file}"];

    [GeneratedRegex(@"silence_duration: ([0-9.]+)")]
    private static partial Regex Silence();
}
