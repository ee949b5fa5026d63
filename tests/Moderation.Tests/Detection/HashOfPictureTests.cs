using Moderation.Content;
using Moderation.Detection;
using Moderation.Tests.Content;

namespace Moderation.Tests.Detection;

public sealed class HashOfPictureTests : InABank
{
    [DataFact("media-pdq-images")]
    public async Task What_is_hashed_here_is_found_by_a_bank_of_others_hashes()
    {
        var original = await Ask(File.ReadAllBytes(SharedData.At("media-pdq-images", "bridge-mods", "aaa-orig.jpg")));
        var shrunk = await Ask(File.ReadAllBytes(SharedData.At("media-pdq-images", "bridge-mods", "shrink-a-lot.jpg")));
        Assert.Equal(100, original.Quality);
        await Add(await Bank(), [original.PdqHash]);
        await Show("post", null, shrunk.PdqHash);
        Assert.NotNull(OnlySignal("post"));
    }

    [Fact]
    public async Task A_small_smooth_one_is_said_to_be_of_little_quality() =>
        Assert.InRange((await Ask(Convert.FromBase64String(SmallPictures.Progressive))).Quality, 0, Pictures.LeastQuality - 1);

    [Fact]
    public async Task What_is_no_picture_is_refused()
    {
        Assert.Equal("picture.unreadable", (await world.Refuse(World.Lead, new HashOfPicture("GIF89a"u8.ToArray()))).Code);
        Assert.Equal(["file"], FieldsOf(await world.Refuse(World.Lead, new HashOfPicture([]))));
        Assert.Equal(["file"], FieldsOf(await world.Refuse(World.Lead, new HashOfPicture(new byte[HashOfPicture.MaxLength + 1]))));
    }

    private Task<HashOfPicture.Answer> Ask(byte[] file) => world.Do(World.Lead, new HashOfPicture(file));
}
