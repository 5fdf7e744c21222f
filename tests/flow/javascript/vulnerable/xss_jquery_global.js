jQuery("#query").append(location.search); // expect: xss
$("#query").html("<b>" + location.hash + "</b>"); // expect: xss
