using Moderation.Recommendations;

namespace Moderation.Tests.Recommendations;

/// <summary>Frames made here, small and grey.</summary>
public sealed class FrameLookTests
{
    private const int Width = 80;
    private const int Height = 120;

    private readonly Random chance = new(7);

    [Fact]
    public void A_picture_that_fills_its_frame_has_neither()
    {
        var look = Look((_, _) => null);
        Assert.Equal((0.0, false), (look.BorderShare, look.HasDrawing));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void Borders_are_seen_whatever_their_colour(byte colour)
    {
        var look = Look((_, y) => y is < 18 or >= Height - 12 ? colour : null);
        Assert.Equal(0.25, look.BorderShare!.Value, 2);
        Assert.False(look.HasDrawing);
    }

    [Fact]
    public void So_are_those_at_the_sides() => Assert.Equal(0.2, Look((x, _) => x < 16 ? 90 : null).BorderShare!.Value, 2);

    [Fact]
    public void A_drawing_in_a_border_is_seen_and_the_border_too()
    {
        var look = Look((x, y) => y >= Height - 24 ? x is > 20 and < 40 && y is > Height - 20 and < Height - 8 && (x + y) % 4 < 2 ? (byte)240 : (byte)30 : null);
        Assert.Equal(0.2, look.BorderShare!.Value, 2);
        Assert.True(look.HasDrawing);
    }

    [Fact]
    public void A_drawing_over_the_moving_picture_is_seen_without_any_border()
    {
        var look = Look((x, y) => x is > 60 and < 74 && y is > 6 and < 20 ? (x + y) % 6 < 3 ? (byte)250 : (byte)20 : null);
        Assert.Equal((0.0, true), (look.BorderShare, look.HasDrawing));
    }

    [Fact]
    public void Where_nothing_moves_nothing_is_said()
    {
        var still = new byte[Width * Height];
        chance.NextBytes(still);
        var look = new FrameLook(Width, Height, [still, still, still, still, still]);
        Assert.Equal((null, null), (look.BorderShare, look.HasDrawing));
    }

    [Fact]
    public void Two_frames_say_nothing()
    {
        var look = Look((_, y) => y < 18 ? (byte)0 : null, frames: 2);
        Assert.Equal((null, null), (look.BorderShare, look.HasDrawing));
    }

    /// <param name="still">What stands there in every frame; null where the picture moves.</param>
    private FrameLook Look(Func<int, int, byte?> still, int frames = 12) => new(Width, Height, [.. Enumerable.Range(0, frames).Select(_ =>
    {
        var frame = new byte[Width * Height];
        for (var i = 0; i < frame.Length; i++)
            frame[i] = still(i % Width, i / Width) is { } there ? (byte)Math.Clamp(there + chance.Next(-2, 3), 0, 255) : (byte)chance.Next(256);
        return frame;
    })]);
}
