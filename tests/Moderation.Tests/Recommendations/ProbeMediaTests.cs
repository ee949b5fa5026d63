using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Recommendations;

namespace Moderation.Tests.Recommendations;

/// <summary>Real videos, as far as the tools and the data are here.</summary>
public sealed class ProbeMediaTests : InARecommendingWorld
{
    private static readonly string Videos = SharedData.At("media-tmk-videos");

    // The shorter side of the two that are small for another reason is under the limit too: what is asked of each is named.
    [ProbeTheory]
    [InlineData("pattern-hd-no-bar.mp4", "")]
    [InlineData("pattern-sd-grey-bar.mp4", "reels.bordered reels.low-resolution")]
    [InlineData("pattern-sd-with-large-logo-bar.mp4", "reels.bordered reels.low-resolution reels.watermark")]
    [InlineData("pattern-sd-with-small-logo-bar.mp4", "reels.bordered reels.low-resolution reels.watermark")]
    [InlineData("test-padded-dimensions.mp4", "reels.muted")]
    public async Task The_clean_one_keeps_its_place_in_reels_and_each_other_loses_it_for_its_reason(string file, string rules)
    {
        var video = Clean.Id;
        var reel = await Reel(new(video, MediaKind.Video));
        Assert.Equal("", await DroppedFrom(reel));

        var look = (await Probe(Path.Combine(Videos, file))).Match(x => x, x => throw new Xunit.Sdk.XunitException(x.Words));
        await world.Do(World.Product, new RecordFacts(reel, 1, ProbeMedia.Source, [.. look.Facts.Select(x => new RecordFacts.Fact(x.Fact, x.Measure, video))]));

        Assert.Equal(rules, string.Join(' ', Decisions(reel).Select(x => x.Rule).Order(StringComparer.Ordinal)));
        Assert.Equal(rules.Length == 0 ? "" : "Reels", await DroppedFrom(reel));
    }

    [ProbeTheory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile /etc/hostname\n")]
    [InlineData("No video at all.")]
    public async Task What_only_names_other_files_is_not_followed(string text)
    {
        var folder = Directory.CreateTempSubdirectory("probe-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "list.mp4"), text);
            Assert.Equal(RecommendationErrors.Unreadable, Refused(await Probe(Path.Combine(folder, "list.mp4"), new(folder))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [ProbeTheory]
    [InlineData(0.01, 512)]
    [InlineData(30, 1)]
    public async Task Beyond_its_limits_it_is_ended_and_nothing_is_known(double seconds, int megabytes) => Assert.Equal(
        RecommendationErrors.Unreadable, Refused(await Probe(Path.Combine(Videos, "pattern-hd-no-bar.mp4"), new(Videos, seconds, megabytes * 1024L * 1024))));

    [Fact]
    public async Task Without_the_tools_it_says_so_and_guesses_nothing() =>
        Assert.Equal(RecommendationErrors.NoProbe, Refused(await Probe("/any/video.mp4", new(Path.GetTempPath(), Path: "/nowhere"))));

    [Theory]
    [InlineData("../outside.mp4")]
    [InlineData("link.mp4")]
    [InlineData("linked/inside.mp4")]
    [InlineData("absent.mp4")]
    public void Only_files_of_the_folder_are_opened(string name)
    {
        var root = Directory.CreateTempSubdirectory("probe-").FullName;
        try
        {
            var (folder, outside) = (Directory.CreateDirectory(Path.Combine(root, "media")).FullName, Path.Combine(root, "outside.mp4"));
            Directory.CreateDirectory(Path.Combine(root, "other"));
            foreach (var file in new[] { outside, Path.Combine(folder, "inside.mp4"), Path.Combine(root, "other", "inside.mp4") })
                File.WriteAllText(file, "");
            File.CreateSymbolicLink(Path.Combine(folder, "link.mp4"), outside);
            Directory.CreateSymbolicLink(Path.Combine(folder, "linked"), Path.Combine(root, "other"));

            var settings = new ProbeSettings(folder);
            Assert.Equal(Path.Combine(folder, "inside.mp4"), settings.Inside(Path.Combine(folder, "inside.mp4")));
            Assert.Null(settings.Inside(Path.Combine(folder, name)));
            Assert.Null(settings.Inside("inside.mp4"));
            Assert.Null(new ProbeSettings().Inside(outside));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Task<Result<ProbeMedia.Answer>> Probe(string file, ProbeSettings? settings = null) =>
        new ProbeMedia.Handler(settings ?? new(Videos)).Handle(new(file), default);

    private static Error Refused(Result<ProbeMedia.Answer> answer) => Assert.IsType<Result<ProbeMedia.Answer>.Refused>(answer).Error;
}

/// <summary>A test on real videos; where they, or the tools that look into them, are absent it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProbeTheoryAttribute : TheoryAttribute
{
    public ProbeTheoryAttribute()
    {
        var videos = SharedData.At("media-tmk-videos");
        if (!Path.Exists(videos))
            Skip = $"No data at {videos}: set MODERATION_SHARED.";
        else if (!new MediaProbe(new(videos)).IsThere)
            Skip = "No ffprobe and ffmpeg on the PATH: the facts of media stay unknown.";
    }
}
