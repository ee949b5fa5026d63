namespace Moderation.Web.Demo;

/// <summary>What stands on a table or a balcony.</summary>
internal static class TableMotifs
{
    public static void Cake(DemoCanvas c)
    {
        var (icing, sponge) = c.Pick((Paint.Straw, Paint.Crust), (Paint.Rose, Paint.Brown), (Paint.White, Paint.Bark), (Paint.Mint, Paint.Crust));
        Table(c);
        c.Oval(0, 400, 420, 56, Paint.White).Rect(-40, 400, 80, 120, Paint.White).Oval(0, 520, 190, 30, Paint.White);
        var layers = c.Chance.Next(2, 4);
        for (var n = 0; n < layers; n++)
        {
            var (half, y) = (310 - n * 74, 240 - n * 150);
            c.Rect(-half, y, half * 2, 160, sponge, 22).Rect(-half, y + 68, half * 2, 26, icing)
                .Rect(-half, y - 14, half * 2, 52, icing, 26);
            for (var x = -half + 24; x < half - 20; x += 58)
                c.Rect(x, y + 10, 34, c.Chance.Next(40, 76), icing, 17);
        }
        var top = 226 - (layers - 1) * 150;
        c.Repeat(5, n => c.Circle(-128 + n * 64, top - 20, 30, c.Pick(Paint.Brick, Paint.Coral, Paint.Indigo)));
        c.Shape($"M0 {top - 44}q-10-70 60-80q0 60-60 80", Paint.Green);
    }

    public static void Cupcakes(DemoCanvas c)
    {
        Table(c);
        foreach (var (x, y) in ((int, int)[])[(-250, 60), (250, 60), (0, 20), (-130, 300), (130, 300)])
        {
            var icing = c.Pick(Paint.Rose, Paint.Straw, Paint.Mint, Paint.White, Paint.Lilac);
            c.Shape($"M{x - 100} {y + 40}H{x + 100}L{x + 72} {y + 180}H{x - 72}Z", c.Pick(Paint.Brown, Paint.Sea, Paint.Brick));
            c.Repeat(4, n => c.Rect(x - 70 + n * 42, y + 46, 8, 130, "#ffffff40"));
            c.Oval(x, y + 26, 122, 50, icing).Oval(x, y - 26, 88, 44, icing).Oval(x, y - 70, 50, 34, icing)
                .Circle(x, y - 108, 24, Paint.Brick);
        }
    }

    public static void Bread(DemoCanvas c)
    {
        Table(c);
        c.Rect(-440, 330, 880, 70, Paint.Brown, 30).Rect(-440, 330, 880, 22, Paint.Crust, 11);
        c.Shape("M-360 330C-440 60-200-50 0-50S440 60 360 330Z", Paint.Crust)
            .Shape("M-320 250C-360 80-180-10 0-10S360 80 320 250C200 170-200 170-320 250Z", "#cf9350");
        c.Repeat(3, n => c.Within($"translate({-190 + n * 190} 120) rotate(24)", x => x.Oval(0, 0, 34, 112, Paint.Apricot)));
        c.Repeat(26, n => c.Circle(c.Chance.Next(-330, 330), c.Chance.Next(20, 300), 5, "#ffffff80"));
        c.Within("translate(330 -60) rotate(24)", x =>
        {
            x.Stroke("M0 330V-60", Paint.Ochre, 9);
            x.Repeat(6, n => x.Oval(n % 2 * 44 - 22, -60 + n * 42, 18, 36, Paint.Ochre));
        });
    }

    public static void Cup(DemoCanvas c)
    {
        var (mug, band) = c.Pick((Paint.Sea, Paint.Mist), (Paint.Brick, Paint.Apricot), (Paint.White, Paint.Indigo), (Paint.Green, Paint.Straw));
        Table(c);
        c.Repeat(c.Headed ? 0 : 3, n => c.Stroke($"M{-110 + n * 110}-110q-44-70 0-130t0-130", "#ffffffb0", 20));
        c.Oval(0, 430, 390, 56, Paint.White).Oval(0, 420, 260, 30, Paint.Sand);
        c.Ring(250, 190, 96, mug, 44);
        c.Shape("M-260-20H260L220 340Q210 420 120 420H-120Q-210 420-220 340Z", mug)
            .Shape("M-244 110H244L234 210H-234Z", band);
        c.Oval(0, -20, 260, 54, mug).Oval(0, -18, 226, 40, c.Pick(Paint.Bark, Paint.Crust));
    }

    public static void Plants(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill(c.Pick(Paint.Pale, Paint.Apricot, Paint.Sky))
            .Circle(c.Pick(-200, 200), c.Headed ? -80 : -230, 120, c.Pick(Paint.Amber, Paint.White));
        c.Ground(430, Paint.Sand).Rect(-540, 424, 1080, 22, Paint.Crust);
        foreach (var (x, tall) in ((int, int)[])[(-320, 300), (0, 430), (320, 340)])
        {
            var leaf = c.Pick(Paint.Green, Paint.Leaf, Paint.Forest);
            var top = 230 - tall + c.Chance.Next(-30, 60);
            c.Stroke($"M{x} 240V{top}", Paint.Forest, 14);
            for (var (y, side) = (200, 1); y > top; y -= 62, side = -side)
                c.Within($"translate({x} {y}) rotate({side * 62 - 90})", l => l.Shape("M0 0C50-70 130-60 160 0C130 60 50 70 0 0Z", leaf));
            c.Repeat(c.Chance.Next(0, 4), n => c.Circle(x + c.Chance.Next(-80, 80), top + c.Chance.Next(0, 200), 34, c.Pick(Paint.Brick, Paint.Coral, Paint.Rose)));
            c.Shape($"M{x - 120} 230H{x + 120}L{x + 84} 430H{x - 84}Z", c.Pick(Paint.Crust, Paint.Brick, Paint.Sea))
                .Rect(x - 134, 214, 268, 54, Paint.Coral, 12);
        }
    }

    private static void Table(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill(c.Pick(Paint.Apricot, Paint.Pale, Paint.Sky, Paint.Sand));
        c.Repeat(5, n => c.Shape($"M{-540 + n * 216} {c.Top}h216l-108 110z", n % 2 is 0 ? Paint.Coral : Paint.White));
        c.Ground(390, c.Pick(Paint.Crust, Paint.Sea, Paint.Leaf)).Rect(-540, 390, 1080, 14, "#00000022");
    }
}
